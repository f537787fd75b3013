/** Tests of what operators may know. */
package dev.aisle.platform.operations;
