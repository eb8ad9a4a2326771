/** YAML whose every value knows where it stands, so that its mistakes are shown as those of {@code .mcnet} files are. */
package mcnet.yaml;
