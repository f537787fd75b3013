/** ARX's figures on the Adult data set, its small example, and the law that pruning rests on. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.anonymity;
