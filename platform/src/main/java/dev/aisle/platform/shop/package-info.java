/**
 * Which shop this process serves, where several share a broker, a PostgreSQL and a monitoring. What follows from its name is settled here, so that no service says it twice.
 */
@NullMarked
package dev.aisle.platform.shop;

import org.jspecify.annotations.NullMarked;
