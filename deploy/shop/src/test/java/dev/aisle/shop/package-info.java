@org.jspecify.annotations.NullMarked
package dev.aisle.shop;
