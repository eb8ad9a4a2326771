/** A program without reuse: loops, conditions, blueprints and several clusters are worked out. */
package mcnet.language.expand;
