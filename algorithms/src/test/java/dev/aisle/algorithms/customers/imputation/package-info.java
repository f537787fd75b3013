/** Values that the test took away and knows. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.customers.imputation;
