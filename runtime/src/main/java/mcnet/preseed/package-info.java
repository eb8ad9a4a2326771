/**
 * MicroCloud's preseed, the file from which it initialises itself, to the language and back. What is known of it is from
 * MicroCloud's {@code cmd/microcloud/preseed.go} (2 and 3, which are the same) and {@code main_init_preseed.go} (1).
 */
package mcnet.preseed;
