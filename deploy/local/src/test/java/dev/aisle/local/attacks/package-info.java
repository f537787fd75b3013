@NullMarked
package dev.aisle.local.attacks;

import org.jspecify.annotations.NullMarked;
