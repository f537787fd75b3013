@NullMarked
package dev.aisle.helm;

import org.jspecify.annotations.NullMarked;
