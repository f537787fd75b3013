/** Tests of what is counted and told. */
package dev.aisle.profile.analysis.domain;
