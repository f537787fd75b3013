@NullMarked
package dev.aisle.federate.secure;

import org.jspecify.annotations.NullMarked;
