/** Hours, periods and trends that were put into the series by the test. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.customers.rhythm;
