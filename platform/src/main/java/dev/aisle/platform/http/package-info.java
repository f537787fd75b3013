/**
 * What every service asks of a request before anything else sees it. Slow and oversized ones end here.
 */
@NullMarked
package dev.aisle.platform.http;

import org.jspecify.annotations.NullMarked;
