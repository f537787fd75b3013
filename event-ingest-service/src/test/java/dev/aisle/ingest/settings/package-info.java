/** Tests of how settings of the door change and reach it. */
package dev.aisle.ingest.settings;
