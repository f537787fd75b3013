/**
 * Where each consumer stands in the log, kept in the service's database. A consumer begins there, and reads again what a database that went back has lost.
 */
@NullMarked
package dev.aisle.platform.positions;

import org.jspecify.annotations.NullMarked;
