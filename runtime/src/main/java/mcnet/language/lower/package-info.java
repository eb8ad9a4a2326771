/** Flows as the ACL rules that they stand for. */
package mcnet.language.lower;
