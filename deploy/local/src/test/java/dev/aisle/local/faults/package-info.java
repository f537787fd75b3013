@NullMarked
package dev.aisle.local.faults;

import org.jspecify.annotations.NullMarked;
