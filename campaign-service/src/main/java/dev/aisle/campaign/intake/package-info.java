@NullMarked
package dev.aisle.campaign.intake;

import org.jspecify.annotations.NullMarked;

