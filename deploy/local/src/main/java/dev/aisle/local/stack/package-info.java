/**
 * Broker, database, issuer and the five services as processes of one machine: started, watched, stopped.
 * Everything they write lies below one home folder, and only what was started from there is ever stopped.
 */
@NullMarked
package dev.aisle.local.stack;

import org.jspecify.annotations.NullMarked;
