/** The faces of an official document, by what they are called in the trade. */

/** 宋体, 小标宋 (red header and titles), 黑体, 楷体, 仿宋 (body). */
export type FaceName = 'song' | 'heading' | 'hei' | 'kai' | 'fang';
export const FACE_NAMES: readonly FaceName[] = ['song', 'heading', 'hei', 'kai', 'fang'];
