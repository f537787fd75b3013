/** Jobs that fit models: due, asked for or running, one instance at a time, from where they stopped. */
@NullMarked
package dev.aisle.profile.models.jobs;

import org.jspecify.annotations.NullMarked;
