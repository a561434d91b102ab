export * from './attached-files';
export * from './file-drop';
export * from './file-words';
export * from './pdf-preview';
export * from './upload';
