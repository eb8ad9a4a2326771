/** Members of a cluster from an Ansible inventory in YAML. */
package mcnet.language.inventory;
