@NullMarked
package dev.aisle.local.network;

import org.jspecify.annotations.NullMarked;
