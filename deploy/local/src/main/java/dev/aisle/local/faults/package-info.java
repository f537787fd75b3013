/**
 * {@code ./aisle chaos --minutes}: a shop goes on while processes die, hang, are slow and have no disk, networks are cut, silent, late and
 * narrow, and clocks are wrong. Then its promises are looked at, one checker each.
 */
@NullMarked
package dev.aisle.local.faults;

import org.jspecify.annotations.NullMarked;
