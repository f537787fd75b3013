/** Models of the shop's customers: kept by version, the newest in use, shown to operators. What can't be read says why. */
@NullMarked
package dev.aisle.profile.models;

import org.jspecify.annotations.NullMarked;
