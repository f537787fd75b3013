/** Tests of questions as JSON. */
package dev.aisle.profile.analysis.edge;
