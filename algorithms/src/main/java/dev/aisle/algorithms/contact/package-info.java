/**
 * How often and when somebody may be contacted. Windows of instants, days and hours of the recipient's own clock, also where it is changed.
 */
@NullMarked
package dev.aisle.algorithms.contact;

import org.jspecify.annotations.NullMarked;
