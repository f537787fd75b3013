/** Tests of what models are fitted to. */
package dev.aisle.profile.models.domain;
