/** What becomes of a contact with a person: how its message fared, and what the person said to it. Plain Java. */
@NullMarked
package dev.aisle.campaign.campaigns.contacts;

import org.jspecify.annotations.NullMarked;
