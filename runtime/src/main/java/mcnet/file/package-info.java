/**
 * Files of this machine, the only place that opens them for writing. A file that mcnet writes as a whole is written
 * beside its destination, synced and renamed, so that the destination holds the old text or the new one, whatever
 * happens in between; a file that grows keeps the lines that it has. Everything that is read has an upper bound.
 */
package mcnet.file;
