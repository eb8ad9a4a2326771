/** Answers: who reaches whom with what, which way it goes, what decides, and what the answer rests on. */
package mcnet.reach.verdict;
