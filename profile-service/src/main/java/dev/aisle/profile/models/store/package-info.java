/** Jobs with their checkpoints, and models. No person is in either. */
@NullMarked
package dev.aisle.profile.models.store;

import org.jspecify.annotations.NullMarked;
