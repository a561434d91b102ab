// jsdom has no CSS global, on which the design system's popover polyfill stands.
export {};
