/**
 * When a person is there: the hours of the week, regular periods, and whether it grows or fades. The hours are kept per person as counts
 * in the person's own time zone; periods and trends are computed from a series of counts when somebody asks.
 */
@NullMarked
package dev.aisle.algorithms.customers.rhythm;

import org.jspecify.annotations.NullMarked;
