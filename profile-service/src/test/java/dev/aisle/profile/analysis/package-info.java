/** Tests of the questions about many people. */
package dev.aisle.profile.analysis;
