@org.jspecify.annotations.NullMarked
package dev.aisle.privacy.rights.opendsr;
