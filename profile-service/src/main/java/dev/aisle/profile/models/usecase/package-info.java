/** Jobs that fit models: scheduled, one at a time, going on at their checkpoint after a crash; and the models in use. */
@NullMarked
package dev.aisle.profile.models.usecase;

import org.jspecify.annotations.NullMarked;
