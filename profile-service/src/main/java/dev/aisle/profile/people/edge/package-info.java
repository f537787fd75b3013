/** Topics, REST and gRPC of people. */
@NullMarked
package dev.aisle.profile.people.edge;

import org.jspecify.annotations.NullMarked;
