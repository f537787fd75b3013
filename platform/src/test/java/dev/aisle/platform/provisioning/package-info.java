@NullMarked
package dev.aisle.platform.provisioning;

import org.jspecify.annotations.NullMarked;
