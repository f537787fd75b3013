/** Tests of the rules of refusals and their repair. */
package dev.aisle.ingest.rejections.domain;
