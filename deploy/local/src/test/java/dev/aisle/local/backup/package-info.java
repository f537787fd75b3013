@NullMarked
package dev.aisle.local.backup;

import org.jspecify.annotations.NullMarked;
