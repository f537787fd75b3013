@NullMarked
package dev.aisle.local.proof;

import org.jspecify.annotations.NullMarked;
