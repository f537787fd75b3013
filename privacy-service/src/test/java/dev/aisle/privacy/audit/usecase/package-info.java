@org.jspecify.annotations.NullMarked
package dev.aisle.privacy.audit.usecase;
