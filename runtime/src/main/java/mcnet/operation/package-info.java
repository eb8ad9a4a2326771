/** What a command does, without its arguments: plan, apply, import, as functions of a program and connections. */
package mcnet.operation;
