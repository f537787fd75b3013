/** Tests of what people do and are refused. */
@NullMarked
package dev.aisle.platform.audit;

import org.jspecify.annotations.NullMarked;
