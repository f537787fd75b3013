/** Contacts with a person: how the message of each fared, and what the person said to it. Plain Java. */
@NullMarked
package dev.aisle.campaign.campaigns.contacts;

import org.jspecify.annotations.NullMarked;
