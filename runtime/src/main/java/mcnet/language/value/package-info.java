/** Expressions and their values: scopes, operators, functions, interpolation, addresses. */
package mcnet.language.value;
