package dev.aisle.profile.people.domain;

import dev.aisle.contracts.events.v1.DeviceClass;

/**
 * Coarse circumstances of an event.
 *
 * @param country ISO 3166-1 alpha-2; empty when unknown
 * @param source what the campaign parameters of the address said (utm_source); empty when none
 * @param campaign the campaign of the address or of the message; empty when none
 * @param page path of the page without query; empty when unknown
 */
public record PersonContext(DeviceClass device, String country, String source, String campaign, String page) {
    /** Nothing is known. */
    public static final PersonContext NONE = new PersonContext(DeviceClass.DEVICE_CLASS_UNSPECIFIED, "", "", "", "");
}
