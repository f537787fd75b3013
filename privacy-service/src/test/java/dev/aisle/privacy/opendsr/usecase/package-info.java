@org.jspecify.annotations.NullMarked
package dev.aisle.privacy.opendsr.usecase;
