@NullMarked
package dev.aisle.campaign.messages.domain;

import org.jspecify.annotations.NullMarked;
