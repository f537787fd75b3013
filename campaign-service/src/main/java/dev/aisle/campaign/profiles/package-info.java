/** profile-service, asked whether the segments that campaigns name are there. */
@NullMarked
package dev.aisle.campaign.profiles;

import org.jspecify.annotations.NullMarked;
