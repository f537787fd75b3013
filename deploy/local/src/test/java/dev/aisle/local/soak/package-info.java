@NullMarked
package dev.aisle.local.soak;

import org.jspecify.annotations.NullMarked;
