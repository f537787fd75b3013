/** Tests of who is waited for. */
package dev.aisle.privacy.consent.enforcement;
